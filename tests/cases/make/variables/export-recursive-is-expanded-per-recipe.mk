export A = $@
all: x ; @echo "$$A"
x: ; @echo "$$A"
