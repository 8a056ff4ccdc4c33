#: file s/Makefile
#| all: a b
#| a: ; @exit 3
#| b: ; @echo b
#: run -k
all: sub other ; @echo all
sub: ; @$(MAKE) -C s
other: ; @echo other
