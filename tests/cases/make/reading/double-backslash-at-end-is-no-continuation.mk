A = one\\
B = two\\\
three
all:
	@echo '$(A)' '$(B)'
