A = 1
undefine A
A += 2
all: ; @echo '[$(A)]' $(flavor A)
