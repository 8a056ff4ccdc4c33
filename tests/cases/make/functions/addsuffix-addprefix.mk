$(info [$(addsuffix .c,a b)] [$(addprefix x/,a b)] [$(addsuffix ,a  b)] [$(addprefix p,)] [$(addsuffix a b,x y)])
all: ;
