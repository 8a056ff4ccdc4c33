E =
all: a
a: ; $(E)
b: ; @
