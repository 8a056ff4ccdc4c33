#: file s/Makefile
#| junk here
all: ; @$(MAKE) -C s
