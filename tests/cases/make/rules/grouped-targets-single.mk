all: a
a &: ; @echo a
