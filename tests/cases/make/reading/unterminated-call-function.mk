all: ; @echo $(subst a,b
