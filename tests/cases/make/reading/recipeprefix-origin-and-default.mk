$(info [$(.RECIPEPREFIX)] $(origin .RECIPEPREFIX) $(flavor .RECIPEPREFIX))
all: ;
