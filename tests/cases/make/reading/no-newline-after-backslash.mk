all:
	@echo last \