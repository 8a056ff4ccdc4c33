$(info [$(patsubst %.c,same,a.c b.c d.h)] [$(patsubst %,,a b)] [$(patsubst ,x,a)])
all: ;
