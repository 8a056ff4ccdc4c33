#: touch a.c
#: run -n a
a: b.o
b.o: ; @echo b
