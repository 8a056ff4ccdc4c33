$(info $(call subst,a,b,banana) $(call words,a b c) [$(call if,x,y)] [$(call origin,CC)])
all: ;
