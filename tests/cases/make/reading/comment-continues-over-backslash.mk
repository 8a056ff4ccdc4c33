# a comment \
A = not seen
A ?= seen
all:
	@echo $(A)
