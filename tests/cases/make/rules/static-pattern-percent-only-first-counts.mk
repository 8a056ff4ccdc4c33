a%b.o: ; @:
x.o: %.o: %.a%b ; @echo '$<'
x.a%b: ;
