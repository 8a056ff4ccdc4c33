export A = 1
export B := 2
export C ?= 3
export D += 4
all: ; @echo "$$A$$B$$C$$D"
