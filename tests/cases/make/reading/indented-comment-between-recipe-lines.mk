all:
	@echo one
   # spaces then comment
	@echo two
	# tab comment is passed on
