#: mkdir s
#: file s/Makefile
#| all: ; @echo $(notdir $(CURDIR)) $(notdir $(shell pwd))
all: ; @$(MAKE) --no-print-directory -C s CURDIR=foo; $(MAKE) --no-print-directory -C s
