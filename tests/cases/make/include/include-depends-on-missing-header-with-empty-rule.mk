#: file foo.d
#| foo.o: foo.c gone.h
#| gone.h:
#: touch foo.c
#: touch foo.o
-include foo.d
all: foo.o
foo.o: ; @echo cc $@ because $?
