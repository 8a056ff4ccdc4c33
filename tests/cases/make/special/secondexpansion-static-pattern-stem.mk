.SECONDEXPANSION:
a_SRC = x.c y.c
all: a.o
a.o: %.o: $$($$*_SRC) ; @echo '$^'
x.c y.c: ;
