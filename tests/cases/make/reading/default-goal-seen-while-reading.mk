$(info [$(.DEFAULT_GOAL)])
one: ; @echo $@
$(info [$(.DEFAULT_GOAL)])
two: ; @echo $@
