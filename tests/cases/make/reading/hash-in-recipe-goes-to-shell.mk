all:
	@echo one # two
	# a shell comment
	@echo '#three'
