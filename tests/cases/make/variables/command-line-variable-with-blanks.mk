#: run 'A=one  two' 'B = three'
all: ; @echo '[$(A)][$(B)]'
