F = g
%.o: F += pat
a.o: F += tgt
all: a.o b.o
a.o b.o: ; @echo $@ '[$(F)]'
