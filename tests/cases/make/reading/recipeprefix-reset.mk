.RECIPEPREFIX = >
one:
>@echo one
.RECIPEPREFIX =
two: one
	@echo two
.DEFAULT_GOAL = two
