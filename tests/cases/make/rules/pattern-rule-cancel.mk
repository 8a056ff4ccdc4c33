#: touch a.c
all: a.o
%.o: %.c
%.o: %.c ; @echo never cancelled
%.o: %.c
