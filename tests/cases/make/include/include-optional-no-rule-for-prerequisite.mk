-include gen.mk
all: ; @echo all
gen.mk: nothere ; touch $@
