#: touch a.c
all: a.o
%.o: %.c | dir ; @echo '$^ | $|'
dir: ; @echo mkdir
