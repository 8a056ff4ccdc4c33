MAKEFLAGS += --nosuch
all: ; @echo ok
