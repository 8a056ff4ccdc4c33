#: run -j4
all: a | .WAIT b
a: ; @sleep 0.1; echo a
b: ; @echo b
