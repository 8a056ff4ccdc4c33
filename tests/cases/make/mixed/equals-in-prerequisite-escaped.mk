all: a$(eq)b ; @echo '$^'
eq = =
a$(eq)b: ; @echo '$@'
