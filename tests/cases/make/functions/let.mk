$(info [$(let a b,1 2 3,$a-$b)] [$(let a b c,1,$a-$b-$c)] [$(let a,1 2 3,$a)] [$(let ,1,x)])
all: ;
