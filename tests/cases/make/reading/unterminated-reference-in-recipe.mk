all:
	@echo one
	@echo $(foo
