#: run -k
all: a b
a b &: ; @echo try; false
