#: run -k
all: a b
a b: x ; @echo $@
x: ; @exit 4
