$(info [$(word 2,a b c)] [$(word 9,a b)] [$(word 1,)] [$(word  2 ,a b)])
all: ;
