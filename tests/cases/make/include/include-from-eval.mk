#: file a.mk
#| $(info $(MAKEFILE_LIST))
$(eval include a.mk)
all: ;
