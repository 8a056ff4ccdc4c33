#: touch a.q
.PRECIOUS: %.m
all: a.x
%.x: %.m ; @cp $< $@
%.m: %.q ; @cp $< $@
