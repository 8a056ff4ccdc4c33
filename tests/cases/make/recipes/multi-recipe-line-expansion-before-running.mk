all:
	@touch made
	@echo '[$(wildcard made)]'
