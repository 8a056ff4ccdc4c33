.WAIT: a
all: .WAIT b ; @echo all
a b: ; @echo $@
.DEFAULT_GOAL = all
