all: a b
a: V = from-a
b: V = from-b
a b: shared ; @echo $@ $(V)
shared: ; @echo $@ $(V)
