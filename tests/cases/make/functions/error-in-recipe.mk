all:
	@echo one
	$(error in recipe $@)
