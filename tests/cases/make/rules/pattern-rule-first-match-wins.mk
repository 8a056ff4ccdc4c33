#: touch a.c a.s
all: a.o
%.o: %.s ; @echo from s
%.o: %.c ; @echo from c
