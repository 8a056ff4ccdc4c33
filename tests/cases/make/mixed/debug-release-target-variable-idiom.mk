#: run debug
#: run release
debug: FLAGS := -g
release: FLAGS := -O2
debug release: a.o
a.o: ; @echo cc $(FLAGS)
