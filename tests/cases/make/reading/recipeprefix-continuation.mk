.RECIPEPREFIX = >
all:
>@echo 'a\
>b\
	c'
