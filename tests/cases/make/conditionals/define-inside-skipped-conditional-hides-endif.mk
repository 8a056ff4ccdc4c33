ifdef NOPE
define A
endif
endef
endif
all: ; @echo done
