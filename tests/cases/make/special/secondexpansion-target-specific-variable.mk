.SECONDEXPANSION:
all: V = dep
all: $$(V) ; @echo '$^'
dep: ;
