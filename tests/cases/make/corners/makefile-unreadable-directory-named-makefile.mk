#: mkdir makefile
all: ; @echo from Makefile
