#: file s/Makefile
#| all: ; @$(MAKE) -C t
#: file s/t/Makefile
#| all: ; @echo deep $(MAKELEVEL)
all: ; @$(MAKE) -C s
