x.o: @FILES@/a.c @FILES@/a.c/x
