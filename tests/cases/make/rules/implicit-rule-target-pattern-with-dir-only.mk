#: touch d/e/f.c
all: d/e/f.o
d/%.o: d/%.c ; @echo '$* $(*D) $(*F)'
