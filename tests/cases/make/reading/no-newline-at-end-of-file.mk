all:
	@echo last line