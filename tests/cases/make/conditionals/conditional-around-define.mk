ifdef NOPE
define A
no
endef
else
define A
yes
endef
endif
all: ; @echo $(A)
