define outer
define inner
text
endef
$(info [$(inner)])
endef
$(outer)
$(eval $(outer))
$(info $(inner))
all: ;
