#: file foo.d
#| foo.o: foo.c gone.h
#: touch foo.c
-include foo.d
all: foo.o
%.o: %.c ; @echo cc $<
