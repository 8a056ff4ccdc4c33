all: ; @echo one
X = 1
	@echo two $(X)
