all: V = one \
   two
all: ; @echo '[$(V)]'
