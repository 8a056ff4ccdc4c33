t: ; @echo one
t:: ; @echo two
