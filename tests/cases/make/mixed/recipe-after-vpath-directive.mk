all: ; @echo one
vpath %.c src
	@echo two
