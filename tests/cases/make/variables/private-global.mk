private A = x
all: ; @echo '[$(A)]'
