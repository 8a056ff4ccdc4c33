all: a ; @echo '$^ - $|'
all: | b
a b: ;
