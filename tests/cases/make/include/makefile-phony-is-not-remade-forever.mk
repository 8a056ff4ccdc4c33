.PHONY: gen.mk
-include gen.mk
all: ; @echo all
gen.mk: ; @echo remaking
