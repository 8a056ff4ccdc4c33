.IGNORE:
all: ; @echo one; false
	@false
	@echo two
