#: run 'A=$(X)' 'B:=$(X)' 'C::=$(X)' 'D?=$(X)' 'E+=$(X)' 'F:::=$(X)'
X = late
all: ; @echo '[$(A)][$(B)][$(C)][$(D)][$(E)][$(F)]' $(flavor A) $(flavor B)
