$(info $(subst a,b,a,a,c))
all: ;
