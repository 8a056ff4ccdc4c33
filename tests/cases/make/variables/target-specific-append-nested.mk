A = g
all: A += one
sub: A += two
all: sub ; @echo $@ '[$(A)]'
sub: ; @echo $@ '[$(A)]'
