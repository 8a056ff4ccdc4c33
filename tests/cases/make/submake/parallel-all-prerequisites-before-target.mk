#: run -j4
#: sort
all: a b c d ; @echo all
a b c d: ; @echo $@
