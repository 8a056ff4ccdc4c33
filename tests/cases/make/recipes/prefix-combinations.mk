all:
	@-false
	-@false
	@+-false
	+@echo plus
	- @ + echo spaced
