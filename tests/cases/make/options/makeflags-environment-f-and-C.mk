#: env MAKEFLAGS=-C d -f other.mk
#: mkdir d
all: ; @echo here
