x.o y.o: @FILES@/a.c @FILES@/b.h
