$(info [$(if x,yes,no)] [$(if ,yes,no)] [$(if ,yes)] [$(if x,)] [$(if   ,yes,no)] [$(if x,a,b,c)] [$(if ,a,b,c)])
all: ;
