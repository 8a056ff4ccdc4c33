all: a%b.o
a\%%.o: ; @echo '$@ $*'
