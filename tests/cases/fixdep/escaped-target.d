x\:y.o: @FILES@/a.c
