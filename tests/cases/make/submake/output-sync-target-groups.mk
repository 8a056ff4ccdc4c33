#: run -j4 -O
all: a b ; @echo all
a: ; @echo a1; sleep 0.2; echo a2
b: ; @sleep 0.1; echo b1; echo b2
