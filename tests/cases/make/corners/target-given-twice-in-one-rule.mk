all: a a b
a b a: ; @echo $@
.DEFAULT_GOAL = all
