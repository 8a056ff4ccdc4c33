#: run -k
all: x y z ; @echo never
x: a ; @echo never
y: b ; @echo y
z: a b ; @echo never
a: ; @exit 2
b: ; @echo b
