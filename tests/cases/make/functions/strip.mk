$(info [$(strip   a   b	c  )] [$(strip )] [$(strip a,  b)])
all: ;
