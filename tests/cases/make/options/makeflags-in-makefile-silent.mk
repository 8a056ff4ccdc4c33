MAKEFLAGS += -s
all: ; echo not shown
