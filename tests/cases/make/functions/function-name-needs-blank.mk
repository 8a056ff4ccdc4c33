$(info [$(subst,a,b)] [$(strip	tab works)])
all: ;
