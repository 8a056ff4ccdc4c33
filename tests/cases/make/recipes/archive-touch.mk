#: exec printf 'x\n' > a.o; ar crU lib.a a.o
#: touch a.o
#: run -t 'lib.a(a.o)'
lib.a(a.o): a.o ; @echo never
