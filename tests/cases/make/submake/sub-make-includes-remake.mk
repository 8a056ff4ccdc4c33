#: file s/Makefile
#| include gen.mk
#| all: ; @echo $(G) $(MAKE_RESTARTS) $(MAKELEVEL)
#| gen.mk: ; @echo 'G = gen' > $@
all: ; @$(MAKE) -C s
