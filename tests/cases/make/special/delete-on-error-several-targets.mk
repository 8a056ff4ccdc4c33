#: run -k
.DELETE_ON_ERROR:
all: a b
a b: ; @echo x > $@; false
