all: V = a\#b # c
all: ; @echo '[$(V)]'
