#: touch t
t:: ; @echo one
t:: ; @echo two
