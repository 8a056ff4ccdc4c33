A = x
all: ; @echo $(A)
