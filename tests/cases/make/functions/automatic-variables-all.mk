#: touch a.x d/b.x @-5
all: out ; @:
out: a.x d/b.x a.x | oo ; @echo '@=$@ <=$< ?=$? ^=$^ +=$+ |=$| *=$*'
oo: ;
