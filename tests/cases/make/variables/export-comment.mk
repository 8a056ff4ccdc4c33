A = 1
export A # comment
all: ; @echo "$$A"
