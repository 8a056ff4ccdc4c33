all: ; @echo all
Makefile:: ; @echo never
