$(info [$(patsubst %.c,%.o,  a.c   b.c  )] [$(patsubst %,%,)])
all: ;
