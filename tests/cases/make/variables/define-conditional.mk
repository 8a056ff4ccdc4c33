A = old
define A ?=
new
endef
define B ?=
new
endef
$(info $(A) $(B))
all: ;
