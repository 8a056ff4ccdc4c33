#: file s/Makefile
#| all: ; @echo sub $(MAKELEVEL)
all: ; $(MAKE) -C s
