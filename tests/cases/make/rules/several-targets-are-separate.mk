one two: ; @echo $@
all: one two
.DEFAULT_GOAL = all
