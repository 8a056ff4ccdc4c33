N = foo
foo = 1
undefine $(N)
all: ; @echo '[$(foo)]'
