#: env MAKEFLAGS=--nosuch
#: run 2>&1 | head -n 1
all: ; @echo ok
