.SHELLFLAGS = -e -c
all:
	@false; echo never
