.DELETE_ON_ERROR:
all: a b
a b &: ; @touch a b; false
