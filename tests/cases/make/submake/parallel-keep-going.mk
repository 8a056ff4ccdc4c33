#: run -j2 -k
all: a b c
a: ; @sleep 0.1; false
b: ; @sleep 0.3; echo b
c: b ; @echo c
