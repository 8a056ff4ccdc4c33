#: run a b
a: x ; @echo a
x: ; @false
b: ; @echo b
