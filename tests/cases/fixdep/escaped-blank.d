x.o: @FILES@/a.c @FILES@/with\ space.h
