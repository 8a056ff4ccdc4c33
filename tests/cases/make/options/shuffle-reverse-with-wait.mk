#: run --shuffle=reverse
all: a .WAIT b c
a b c: ; @echo $@
