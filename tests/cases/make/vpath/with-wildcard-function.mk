#: touch s/x.c
VPATH = s
all: ; @echo '[$(wildcard *.c)]'
