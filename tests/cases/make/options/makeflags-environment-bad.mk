#: env MAKEFLAGS=--nosuch
all: ; @echo ok
