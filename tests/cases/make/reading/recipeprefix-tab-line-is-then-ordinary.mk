.RECIPEPREFIX = >
all: one
	one: ; @echo one
