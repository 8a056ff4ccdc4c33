all: ; @echo one
export X = 1
	@echo two
