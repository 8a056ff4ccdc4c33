override A = one
A = two
A += three
all: ; @echo $(A) $(origin A)
