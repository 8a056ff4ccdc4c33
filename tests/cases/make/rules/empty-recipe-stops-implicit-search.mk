#: touch x.c
all: x.o
x.o: ;
%.o: %.c ; @echo never
