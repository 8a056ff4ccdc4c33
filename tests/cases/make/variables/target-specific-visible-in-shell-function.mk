all: export A = t
all: ; @echo $(shell echo "[$$A]")
