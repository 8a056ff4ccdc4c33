export A = g
all: unexport A = t
all: ; @echo "[$$A] $(A)"
