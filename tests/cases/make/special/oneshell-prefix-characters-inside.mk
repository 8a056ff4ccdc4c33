.ONESHELL:
all:
	@echo one
	@echo two
	-false
	+echo three
