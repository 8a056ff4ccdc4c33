.SECONDEXPANSION:
all: D = dep
all: $$(D)$$(X) | $$(D)2 ; @echo '$^ $|'
X = 1
dep1 dep2: ; @echo $@
