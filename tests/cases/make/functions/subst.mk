$(info $(subst ee,EE,feet on the street) [$(subst ,x,abc)] [$(subst a,,banana)] [$(subst aa,b,aaaaa)] [$(subst a b,x,a b c)])
all: ;
