A := $(subst a,b)
all: ;
