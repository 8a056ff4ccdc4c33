$(info [$( subst a,b,aaa)])
all: ;
