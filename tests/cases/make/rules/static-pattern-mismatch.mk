a.o b.c: %.o: %.x ; @echo $@ $<
a.x: ;
all: a.o
.DEFAULT_GOAL = all
