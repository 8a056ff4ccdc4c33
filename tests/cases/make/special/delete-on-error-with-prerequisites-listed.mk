.DELETE_ON_ERROR: a
all: a b
a b: ; @echo x > $@; false
