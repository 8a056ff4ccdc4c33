#: run
$(info $(wildcard lib.a((entry))))
all: ; @echo $@
