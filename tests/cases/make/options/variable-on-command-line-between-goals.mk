#: run a X=1 b
a b: ; @echo $@ $(X)
