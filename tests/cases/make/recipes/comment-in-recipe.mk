all:
	# echoed
	@# quiet
	@echo x # trailing
