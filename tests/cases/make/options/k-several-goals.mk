#: run -k a b c
a: x
x: ; @false
b: ; @echo b
c: x ; @echo c
