%.o: F = general
lib/%.o: F = lib
lib/x%.o: F = libx
all: a.o lib/a.o lib/xa.o
a.o lib/a.o lib/xa.o: ; @echo $@ $(F)
