export
A = 1
B = 2
unexport B
all: ; @echo "[$$A][$$B]"
