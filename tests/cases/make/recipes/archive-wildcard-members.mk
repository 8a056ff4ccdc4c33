#: exec printf 'x\n' > m1.o; printf 'x\n' > m2.o; ar crU lib.a m1.o m2.o
all: lib.a(m*.o) ; @echo '$^'
