$(info [$(let a b,1   2   3  ,$b)] [$(let a b,  1 ,$a|$b)])
all: ;
