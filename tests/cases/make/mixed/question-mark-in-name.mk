A?B = 1
all: ; @echo '[$(A?B)] [$(A)]'
