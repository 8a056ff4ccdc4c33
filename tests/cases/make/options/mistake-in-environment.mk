#: env MAKEFLAGS=--bogus
#: run
#: env MAKEFLAGS=k -j0
#: run
all: ; @echo $(MAKEFLAGS)
