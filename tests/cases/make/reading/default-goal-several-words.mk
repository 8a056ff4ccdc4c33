.DEFAULT_GOAL := one two
one two: ; @echo $@
