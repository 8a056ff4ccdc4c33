P = one
all: $(P) ; @echo $^
P = two
one two: ;
