#: run -j2 -O
all: a ; @echo all
a: ; @echo before; echo err >&2; false
