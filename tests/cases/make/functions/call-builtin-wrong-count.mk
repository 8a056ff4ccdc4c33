$(info [$(call subst,a)])
all: ;
