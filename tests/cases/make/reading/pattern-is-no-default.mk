%.x: ; @echo $@
real: ; @echo real
