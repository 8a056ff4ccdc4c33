.EXPORT_ALL_VARIABLES:
A = 1
all: ; @echo "[$$A]"
