A = 1
unexport A
export A
all: ; @echo "[$$A]"
