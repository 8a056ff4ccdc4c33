x.o: @FILES@/a.c @FILES@/with\:colon.h @FILES@/with\#hash.h
