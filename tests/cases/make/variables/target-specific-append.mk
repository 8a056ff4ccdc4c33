A = g
all: A += t
all: ; @echo '[$(A)]'
