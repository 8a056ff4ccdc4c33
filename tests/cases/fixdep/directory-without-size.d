x.o: @FILES@/a.c /proc @FILES@/b.h
