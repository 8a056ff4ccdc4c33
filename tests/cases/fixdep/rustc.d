x.o: @FILES@/a.c @FILES@/lib.rlib @FILES@/lib.rmeta @FILES@/lib.so

x.rmeta: @FILES@/a.c @FILES@/lib.rlib @FILES@/b.h

@FILES@/a.c:
@FILES@/b.h:
