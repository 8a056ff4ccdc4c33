all: $(P)
P = a
all: $(P)
a: ; @echo a
