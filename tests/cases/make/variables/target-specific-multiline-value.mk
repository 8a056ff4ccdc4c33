define M
one
two
endef
all: V = $(M)
all: ; @:$(info $(V))
