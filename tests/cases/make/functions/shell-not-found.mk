X := $(shell nosuchcommand-x)
$(info [$(X)] $(.SHELLSTATUS))
X := $(shell nosuchcommand-x 2>/dev/null; true)
$(info [$(X)] $(.SHELLSTATUS))
all: ;
