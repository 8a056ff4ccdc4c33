all: a|b ; @echo '$^ - $|'
a b a|b: ;
