x.o: @FILES@/a.c \
  @FILES@/b.h \
  @FILES@/b.h @FILES@/a.c
