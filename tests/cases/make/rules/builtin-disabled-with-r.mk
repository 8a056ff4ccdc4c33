#: touch a.c
#: run -r a.o
#: run -R -n a.o
all:
