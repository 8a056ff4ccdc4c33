#: touch a.o
#: run -n 'lib.a(a.o)'
all:
