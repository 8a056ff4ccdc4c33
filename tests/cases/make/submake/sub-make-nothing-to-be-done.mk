#: file s/Makefile
#| all:
#: touch s/f
all: ; @$(MAKE) -C s; $(MAKE) -C s f
