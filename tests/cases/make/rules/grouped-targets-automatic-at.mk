all: b
a b &: ; @echo $@
