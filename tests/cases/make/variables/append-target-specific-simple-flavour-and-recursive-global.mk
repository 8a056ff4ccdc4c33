A = $(X)
X = late
all: A := t
all: A += $(X)
X = later
all: ; @echo '[$(A)]' $(flavor A)
