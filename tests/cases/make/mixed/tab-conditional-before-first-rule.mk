	ifdef X
	else
A = 1
	endif
all: ; @echo $(A)
