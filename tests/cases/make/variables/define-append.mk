define A
one
endef
define A +=
two
endef
$(info [$(A)])
B := x
define B +=
$(A)
endef
$(info [$(B)])
all: ;
