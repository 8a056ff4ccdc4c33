#: run -t
.PHONY: all
all: a b
a:
b: ; @echo b
