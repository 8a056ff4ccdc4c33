foo %.o: ; @echo
