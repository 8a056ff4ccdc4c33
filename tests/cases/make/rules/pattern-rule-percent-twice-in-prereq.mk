#: touch a-a.c
all: a.o
%.o: %-%.c ; @echo $<
a-%.c: ; @echo '$@'
