#: run a
MAKECMDGOALS = b
$(info $(MAKECMDGOALS) $(origin MAKECMDGOALS))
a b: ; @echo $@
