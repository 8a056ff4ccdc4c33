A = 1
B = 2
L = A B
export $(L)
all: ; @echo "[$$A][$$B]"
