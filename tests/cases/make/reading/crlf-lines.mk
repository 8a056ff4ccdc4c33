A = one
all:
	@echo '[$(A)]' | od -c | head -n 2
