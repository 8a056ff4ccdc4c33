A = before
all: ; @echo $(A)
A = after
