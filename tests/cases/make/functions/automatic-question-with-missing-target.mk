out: a b ; @echo '$?'
a b: ; @touch $@
