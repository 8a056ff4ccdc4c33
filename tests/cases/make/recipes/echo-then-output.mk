all: ; echo hello
	echo world
