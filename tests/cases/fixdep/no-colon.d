@FILES@/a.c @FILES@/b.h
