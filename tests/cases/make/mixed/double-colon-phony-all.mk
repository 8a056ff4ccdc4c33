.PHONY: all
all:: a
all:: b ; @echo second
a b: ; @echo $@
