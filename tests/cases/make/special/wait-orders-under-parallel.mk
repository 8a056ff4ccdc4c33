#: run -j4
all: a .WAIT b .WAIT c ; @echo '$^'
a: ; @sleep 0.1; echo a
b: ; @sleep 0.05; echo b
c: ; @echo c
