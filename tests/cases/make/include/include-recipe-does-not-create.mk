include gen.mk
all: ; @echo all
gen.mk: ; @echo not creating
