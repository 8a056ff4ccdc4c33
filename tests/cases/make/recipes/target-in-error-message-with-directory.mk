all: d/e/target.o
d/e/target.o: ; @exit 9
