$(file > sp.txt ,x)
all: ; @ls
