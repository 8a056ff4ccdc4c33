x.o: @FILES@/a.c @FILES@ @FILES@/b.h
