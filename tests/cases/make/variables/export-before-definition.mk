export A
A = later
all: ; @echo "[$$A]"
