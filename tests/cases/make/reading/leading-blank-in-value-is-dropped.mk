A =    one
E :=
B := $(E)  two
all: ; @echo '[$(A)][$(B)]'
