#: run -k
all: a b
a: b ; @echo a
b: c ; @echo b
c: a ; @echo c
