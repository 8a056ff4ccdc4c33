all: a b c
a b &:: ; @echo one
b c &:: ; @echo two
