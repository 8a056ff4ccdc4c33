#: touch prog.o other.c
#: run -n prog other
#: run -n LDFLAGS=-L. LDLIBS=-lm prog
all:
