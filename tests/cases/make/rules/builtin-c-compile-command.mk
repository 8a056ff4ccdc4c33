#: touch a.c
#: run -n
#: run -n CC=mycc CFLAGS=-O9 CPPFLAGS=-Dx
all: a.o
