all: b a ; @echo $@: $^
a b: ; @echo $@
