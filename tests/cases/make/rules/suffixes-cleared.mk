#: touch a.c
.SUFFIXES:
all: a.o
.c.o: ; @echo never
