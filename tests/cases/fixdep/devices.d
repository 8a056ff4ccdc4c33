x.o: @FILES@/a.c /dev/null /proc/version @FILES@/b.h
