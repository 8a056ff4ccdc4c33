#: touch script
X := $(shell ./script)
$(info [$(X)] $(.SHELLSTATUS))
all: ;
