A = 1
undefine A
B := 2
undefine B
all: ; @echo '[$(A)][$(B)]' $(origin A) $(flavor B)
