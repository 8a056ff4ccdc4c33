all: private A = p
all: B = inherited
all: one ; @echo all '[$(A)][$(B)]'
one: ; @echo one '[$(A)][$(B)]'
