.RECIPEPREFIX = :abc
all:
:@echo one
:@echo two
