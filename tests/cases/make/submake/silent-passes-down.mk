#: file s/Makefile
#| all: ; echo sub
#: run -s
all: ; $(MAKE) -C s
