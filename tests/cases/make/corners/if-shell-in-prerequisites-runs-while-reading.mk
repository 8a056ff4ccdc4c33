all: $(shell echo a b) ; @echo '$^'
a b: ; @echo $@
