x.o: : @FILES@/a.c
