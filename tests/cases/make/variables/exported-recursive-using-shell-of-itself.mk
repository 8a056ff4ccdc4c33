export A = $(shell echo "[$$A]")
all: ; @echo '$(A)'
