export A = $(B)
export B = 2
all: ; @echo "$$A $$B"
