#: run -k
all: a b
a: ; $(error a failed)
b: ; @echo b
