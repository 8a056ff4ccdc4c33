A = one # two
B = one\#two
C = one\\\#two
D = one\\# two
all:
	@echo '[$(A)]' '[$(B)]' '[$(C)]' '[$(D)]'
