#: env MAKEFLAGS=kn
all: ; @echo ok
