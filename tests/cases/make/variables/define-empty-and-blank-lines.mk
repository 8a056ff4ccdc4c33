define A
endef
define B

endef
define C


endef
$(info [$(A)][$(B)][$(C)])
all: ;
