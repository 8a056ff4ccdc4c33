A = one \

all: ; @echo '[$(A)]'
