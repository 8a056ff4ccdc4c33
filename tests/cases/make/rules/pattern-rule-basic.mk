#: touch a.c
all: a.o
%.o: %.c ; @echo cc $< '->' $@ '($*)'
