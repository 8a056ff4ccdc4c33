.IGNORE: a
all: a b
a b: ; @echo $@; false
