sub/x: ; @echo $@
.DEFAULT_GOAL = $(subst x,x,sub/x)
