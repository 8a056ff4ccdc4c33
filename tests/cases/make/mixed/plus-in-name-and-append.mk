A+ += 1
all: ; @echo '[$(A+)]'
