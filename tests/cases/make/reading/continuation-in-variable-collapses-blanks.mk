A = one   \
     two\
three \
	four
all:
	@echo '[$(A)]'
