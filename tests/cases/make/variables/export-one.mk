A = 1
B = 2
export A
all: ; @echo "[$$A][$$B]"
