#: mkdir s
all: ; @$(MAKE) -C s
