#: run -k
all: a nothere b ; @echo all
a b: ; @echo $@
