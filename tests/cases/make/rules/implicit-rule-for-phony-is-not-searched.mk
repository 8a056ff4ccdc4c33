#: touch a.c
.PHONY: a.o
all: a.o ; @echo all
%.o: %.c ; @echo never
