@ = x
* = y
all: ; @echo $@
