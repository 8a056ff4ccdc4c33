.RECIPEPREFIX = >
all:
>@echo one
> @echo two
