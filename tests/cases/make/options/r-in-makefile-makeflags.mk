#: touch a.c
MAKEFLAGS += -r
all: a.o
