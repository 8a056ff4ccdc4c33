#: touch a.c
all: a.o
a.o: a.h
%.o: %.c ; @echo never
