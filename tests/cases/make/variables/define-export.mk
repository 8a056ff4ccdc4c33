export define A
one
two
endef
all: ; @printenv A
