#: run -j4
.NOTPARALLEL: all
all: a b c
a: ; @sleep 0.1; echo $@
b c: ; @echo $@
