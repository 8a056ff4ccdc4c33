all: ; @$(MAKE) -C s
