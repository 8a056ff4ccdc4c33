x.o: @FILES@/a.c @FILES@/missing.h @FILES@/b.h
