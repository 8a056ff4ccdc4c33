all: export A = t
all: B = u
all: sub ; @echo "[$$A][$$B]"
sub: ; @echo "[$$A]"
