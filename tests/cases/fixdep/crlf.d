x.o: @FILES@/a.c
 @FILES@/b.h
