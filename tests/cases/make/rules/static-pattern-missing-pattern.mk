a.o: : %.c ; @echo
