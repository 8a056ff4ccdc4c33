t:: ; @echo one; false
t:: ; @echo two
