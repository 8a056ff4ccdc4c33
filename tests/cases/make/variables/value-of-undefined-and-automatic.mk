all: ; @echo '[$(value NOPE)][$(value @)]'
