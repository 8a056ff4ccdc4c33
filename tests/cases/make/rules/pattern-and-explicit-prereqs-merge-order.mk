#: touch a.c
a.o: x y
x y: ;
%.o: %.c ; @echo '$<|$^'
