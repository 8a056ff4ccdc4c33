all: one ;
one: ; @:
