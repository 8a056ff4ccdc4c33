a.o: ; @echo first
a.o: %.o: ; @echo second $*
