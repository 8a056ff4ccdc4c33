all: a | b | c ; @echo '$^ - $|'
a b c: ;
