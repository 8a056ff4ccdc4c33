#: run -t
all: d/x
d/x: ; @echo never
