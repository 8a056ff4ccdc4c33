-include gen.mk
all: ; @echo $(A) [$(MAKE_RESTARTS)]
gen.mk: ; @echo 'A = generated' > $@
