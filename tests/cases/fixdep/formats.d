x.o: $(wildcard @FILES@/a.c) %s %n
