a = outer
$(info [$(let a,in,$a)] $a [$(let zz,in,$(origin zz))] $(origin zz))
all: ;
