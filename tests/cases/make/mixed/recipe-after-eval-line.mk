all: ; @echo one
$(eval Y = 2)
	@echo two $(Y)
