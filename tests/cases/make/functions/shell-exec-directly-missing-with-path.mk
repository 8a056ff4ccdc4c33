X := $(shell ./nosuch a b)
$(info [$(X)] $(.SHELLSTATUS))
all: ;
