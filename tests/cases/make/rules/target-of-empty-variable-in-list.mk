E =
a $(E) b: ; @echo $@
all: a b
.DEFAULT_GOAL = all
