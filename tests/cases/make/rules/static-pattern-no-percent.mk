a.o: x.o: %.c ; @echo
