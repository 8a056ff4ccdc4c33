MAKEFLAGS += n
all: ; @echo hello
