S = ;
all: one$(S) @echo run
one: ; @echo one
