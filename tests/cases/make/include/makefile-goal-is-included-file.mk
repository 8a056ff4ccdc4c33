#: run gen.mk
include gen.mk
all: ; @echo $(A)
gen.mk: ; @echo 'A = 1' > $@; echo made
