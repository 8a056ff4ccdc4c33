all: ; @A=1 printenv A
	@printenv A=1 || echo no
