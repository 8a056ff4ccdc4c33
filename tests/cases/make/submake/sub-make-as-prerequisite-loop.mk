#: file s/Makefile
#| a b: ; @echo sub $@
all: a b
a b: ; @$(MAKE) --no-print-directory -C s $@
