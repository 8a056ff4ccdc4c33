.ONESHELL:
all:
	@false
	echo still
	exit 3
