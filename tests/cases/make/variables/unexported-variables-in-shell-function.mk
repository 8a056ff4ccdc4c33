A = one
B := $(shell echo "[$$A]")
all: ; @echo '$(B)'
