ifdef NOPE
this is wrong
	recipe
define X
ifeq
endef
endif
all: ; @echo fine
