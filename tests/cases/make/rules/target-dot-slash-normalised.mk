all: a
./a: ; @echo $@
