all:
	@echo first
	@echo $(shell echo second >&2; echo third)
