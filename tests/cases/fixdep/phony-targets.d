x.o: @FILES@/a.c
@FILES@/b.h:
@FILES@/empty.h:
