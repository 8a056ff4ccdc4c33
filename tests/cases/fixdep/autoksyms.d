x.o: @FILES@/a.c @FILES@/include/generated/autoksyms.h @FILES@/b.h
