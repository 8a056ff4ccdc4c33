MAKEFLAGS += --shuffle=reverse
all: a b c
a b c: ; @echo $@
