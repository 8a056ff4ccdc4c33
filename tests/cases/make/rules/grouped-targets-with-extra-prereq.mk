all: a b
a b &: ; @echo group '$^'
b: x
x: ; @echo x
