A = one  
B = two	
E :=
C = three $(E)
all: ; @echo '[$(A)][$(B)][$(C)]'
