#: run -j0 2>&1 | head -n 1
#: run -jx 2>&1 | head -n 1
#: run --jobs=-1 2>&1 | head -n 1
all: ; @echo ok
