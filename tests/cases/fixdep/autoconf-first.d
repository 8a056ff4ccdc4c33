x.o: include/generated/autoconf.h @FILES@/a.c @FILES@/b.h
