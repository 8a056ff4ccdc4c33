#: touch a b
a b: ; @echo $@
all: a b
.DEFAULT_GOAL = all
.PHONY: a b
