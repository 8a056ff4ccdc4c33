all: ; @echo $(B)
A = 1
	B = 2
