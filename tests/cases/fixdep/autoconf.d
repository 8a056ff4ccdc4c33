x.o: @FILES@/a.c @FILES@/include/generated/autoconf.h include/generated/autoconf.h @FILES@/b.h
