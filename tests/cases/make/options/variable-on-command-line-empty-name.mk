#: run =x
#: run ' =x'
all: ; @echo ok
