all:
	@echo one
	@false
	@echo never
