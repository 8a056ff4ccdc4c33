all: A += t
A = g
all: ; @echo '[$(A)]'
