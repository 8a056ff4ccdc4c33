#: touch dir/src.a.c
all: dir/a.o
%.o: src.%.c ; @echo '$* $<'
