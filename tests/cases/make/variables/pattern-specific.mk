%.o: F = pat
a.o b.c: ; @echo $@ '[$(F)]'
all: a.o b.c
.DEFAULT_GOAL = all
