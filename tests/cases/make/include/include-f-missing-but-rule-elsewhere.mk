#: run -f Makefile -f gen.mk
all: ; @echo $(A)
gen.mk: ; @echo A = 1 > $@
