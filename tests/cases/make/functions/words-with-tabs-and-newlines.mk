define L
a	b
c
endef
$(info $(words $(L)) [$(firstword $(L))] [$(lastword $(L))] [$(word 2,$(L))])
all: ;
