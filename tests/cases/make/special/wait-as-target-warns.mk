.WAIT: ; @echo wait recipe
all: a .WAIT b ; @echo all
a b: ; @echo $@
.DEFAULT_GOAL = all
