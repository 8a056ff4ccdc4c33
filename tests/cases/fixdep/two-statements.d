x.o: @FILES@/a.c @FILES@/b.h

y.o: @FILES@/b.h @FILES@/empty.h
