export NOPE
all: ; @echo "[$${NOPE-unset}]"
