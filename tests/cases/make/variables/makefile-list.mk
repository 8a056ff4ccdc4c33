#: file inc.mk
#| $(info $(MAKEFILE_LIST))
include inc.mk
$(info $(MAKEFILE_LIST))
all: ;
