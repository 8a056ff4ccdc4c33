#: run -j8
all: c
c: b ; @echo c
b: a ; @echo b
a: ; @sleep 0.05; echo a
