#: file d/a.mk
#| include d/b.mk
#: file d/b.mk
#| $(info $(MAKEFILE_LIST))
include d/a.mk
all: ;
