include gen.mk
all: ; @echo all
gen.mk: ; @echo 'broken line here' > $@
