all:
	@echo start
	ifdef A
	@echo never
