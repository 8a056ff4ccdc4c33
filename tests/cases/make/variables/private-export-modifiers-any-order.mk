all: private export A = 1
all: export private B = 2
all: sub ; @echo "[$$A][$$B]"
sub: ; @echo "[$$A][$$B]"
