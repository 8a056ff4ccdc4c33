#: run F=cmd
%.o: override F = pat
%.c: F = pat
all: a.o a.c
a.o a.c: ; @echo $@ $(F)
