#: run
#: run a b
#: run X=1 b -n
$(info [$(MAKECMDGOALS)] $(origin MAKECMDGOALS))
a b: ; @echo $@
