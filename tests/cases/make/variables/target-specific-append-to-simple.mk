A := g
X = now
all: A += $(X)
X = later
all: ; @echo '[$(A)]'
