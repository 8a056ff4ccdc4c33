#: exec touch 'a*b' axb
$(info [$(wildcard a\*b)] [$(wildcard a*b)])
all: ;
