a a:: ; @echo $@
