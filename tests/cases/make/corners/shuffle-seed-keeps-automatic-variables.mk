#: run --shuffle=3
all: a b c d ; @echo '$^ $<'
a b c d: ; @echo $@
