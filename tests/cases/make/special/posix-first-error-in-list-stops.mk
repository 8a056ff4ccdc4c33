.POSIX:
all:
	@echo $(.SHELLFLAGS); echo '[$(CC)]'
