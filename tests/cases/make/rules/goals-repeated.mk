#: run a a
a: ; @echo $@
