#: touch a.c b.c
all: | *.c ; @echo '$|'
