all: a b
a b &: x
x: ; @echo x
