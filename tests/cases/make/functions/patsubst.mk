$(info $(patsubst %.c,%.o,x.c.c bar.c h.h) [$(patsubst a%b,[%],ab axb aXYb a)] [$(patsubst foo,bar,foo foobar)])
all: ;
