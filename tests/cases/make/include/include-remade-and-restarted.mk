#: run
#: run
include gen.mk
$(info restarts=[$(MAKE_RESTARTS)] A=[$(A)])
all: ; @echo $(A)
gen.mk: ; @echo 'A = generated' > $@; echo making $@
