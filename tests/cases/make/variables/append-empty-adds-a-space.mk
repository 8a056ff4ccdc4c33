A = one
A +=
B :=
B += two
C =
C += three
all: ; @echo '[$(A)][$(B)][$(C)]'
