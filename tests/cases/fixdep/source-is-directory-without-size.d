x.o: /proc
