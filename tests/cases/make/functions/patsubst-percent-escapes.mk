$(info [$(patsubst a\%b,x,a%b)] [$(patsubst %,a\%%,x)] [$(patsubst \\%,x%,\y)] [$(patsubst %%,x%,a%)])
all: ;
