%.o: F = pat
a.o: dep ; @echo $@ $(F)
dep: ; @echo $@ $(F)
