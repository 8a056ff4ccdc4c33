A = 1
B = 2
export A \
  B # both
all: ; @echo "[$$A$$B]"
