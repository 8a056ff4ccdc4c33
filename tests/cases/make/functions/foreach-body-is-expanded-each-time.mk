n =
$(info $(foreach a,1 2 3,$(eval n += x)$(words $(n))))
all: ;
