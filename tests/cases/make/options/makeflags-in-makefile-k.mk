MAKEFLAGS += --keep-going
all: a b
a: ; @false
b: ; @echo b
