#: run c a b
a b c: ; @echo $@
