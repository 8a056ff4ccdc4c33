all: x.two
%.one %.two: ; @echo '$@ $*'
