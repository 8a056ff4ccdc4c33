all:
	@echo one
# comment
	@echo two

	@echo three
