.SECONDEXPANSION:
all: a | $$(OO) ; @echo '$^|$|'
OO = b
a b: ;
