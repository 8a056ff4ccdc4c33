A = one  
A +=   two
all: ; @echo '[$(A)]'
