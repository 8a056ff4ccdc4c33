all: one \
  two \
  three
one two \
three: ; @echo $@
