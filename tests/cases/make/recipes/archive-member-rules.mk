#: exec printf 'x\n' > a.o; printf 'y\n' > b.o
#: run
#: run
all: lib.a(a.o b.o)
lib.a(a.o): a.o ; ar cr lib.a a.o
lib.a(b.o): b.o ; ar cr lib.a b.o
