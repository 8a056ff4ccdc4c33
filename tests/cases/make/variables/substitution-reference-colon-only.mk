S = a
all: ; @echo '[$(S:x)]'
