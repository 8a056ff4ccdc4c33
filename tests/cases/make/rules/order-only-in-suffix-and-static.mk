x.o: %.o: %.c | gen ; @echo '$< $|'
x.c gen: ; @echo $@
