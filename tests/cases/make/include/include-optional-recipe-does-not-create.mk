-include gen.mk
all: ; @echo all [$(MAKE_RESTARTS)]
gen.mk: ; @echo not creating
