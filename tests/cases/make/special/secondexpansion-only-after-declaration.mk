A = x
one: $$(A) ; @echo '$^'
.SECONDEXPANSION:
two: $$(A) ; @echo '$^'
x $$(A): ; @:
all: two
.DEFAULT_GOAL = all
