#: touch a.c
all: a.o
%.o: %.c ; @echo one
%.o: %.c ; @echo two
