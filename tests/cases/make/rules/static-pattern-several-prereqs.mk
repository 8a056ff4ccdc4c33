a.x b.x: %.x: %.y common %.z ; @echo '$@|$<|$^|$*'
all: a.x b.x
a.y a.z b.y b.z common: ;
.DEFAULT_GOAL = all
