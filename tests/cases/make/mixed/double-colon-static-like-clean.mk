clean:: ; @echo one
clean:: ; @echo two
clean:: three
three: ; @echo three
