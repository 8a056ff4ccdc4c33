all: one # comment \
two
one two: ; @echo $@
