#: run -t 'lib.a(x.o)'
lib.a(x.o): ; @echo never
