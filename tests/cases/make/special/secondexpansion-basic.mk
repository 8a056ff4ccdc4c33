.SECONDEXPANSION:
A = one
all: $(A) $$(A)
A = two
one two: ; @echo $@
