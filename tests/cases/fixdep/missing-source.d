x.o: @FILES@/missing.c
