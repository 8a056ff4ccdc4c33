one two: A = both
all: one two
one two three: ; @echo $@ '[$(A)]'
all: three
