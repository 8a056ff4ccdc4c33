A = g
all: A = t
all: sub ; @echo $@ $(A)
sub: ; @echo $@ $(A)
other: ; @echo $@ $(A)
.DEFAULT_GOAL = top
top: all other
