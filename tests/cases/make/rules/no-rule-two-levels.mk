all: a ; @echo all
a: b ; @echo a
b: c/d.x ; @echo b
