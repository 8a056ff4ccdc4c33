#: run -B
include gen.mk
all: ; @echo A=$(A) [$(MAKE_RESTARTS)]
gen.mk: ; @echo 'A = 1' > $@; echo made
