all: a b ; @echo all
a: ; @echo a
b: a ; @echo b $?
