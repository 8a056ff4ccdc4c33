all: ; @echo one
$(info between)
	@echo two
