#: file s/x.mk
#| all: ; @echo $(notdir $(CURDIR)) $(MAKEFILE_LIST)
all: ; @$(MAKE) --no-print-directory -f s/x.mk
