all: ; @echo one
all: V = 1
	@echo two
