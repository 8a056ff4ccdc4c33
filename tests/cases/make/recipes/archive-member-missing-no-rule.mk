#: run 'lib.a(gone.o)'
all: ;
