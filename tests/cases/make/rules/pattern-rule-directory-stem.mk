#: touch dir/a.c
all: dir/a.o
%.o: %.c ; @echo '$* $(*D) $(*F) $<'
