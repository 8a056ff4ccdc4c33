all: d//a ; @echo '$^'
d//a: ; @echo $@
