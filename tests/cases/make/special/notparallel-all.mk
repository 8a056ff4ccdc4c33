#: run -j4
.NOTPARALLEL:
all: a b c
a b: ; @sleep 0.05; echo $@
c: ; @echo $@
