#: run --shuffle=reverse
.NOTPARALLEL:
all: a b c
a b c: ; @echo $@
