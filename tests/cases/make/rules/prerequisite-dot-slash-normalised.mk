all: ./a a ; @echo '$^'
a: ; @echo $@
