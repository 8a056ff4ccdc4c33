a.o: %.o a.%: %.c ; @echo
