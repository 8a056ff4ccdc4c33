%.o: F = pat
a.o: F = tgt
b.o: G = $(F)
all: a.o b.o
a.o b.o: ; @echo $@ $(F) $(G)
