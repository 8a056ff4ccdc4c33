#: run -j4
include g.mk
all: x ; @echo $(G)
x: ; @echo x
g.mk: ; @sleep 0.05; echo G = g > $@
