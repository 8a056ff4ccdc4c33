#: file gen.mk
#| A = 1
include gen.mk
all: ; @echo $(A) [$(MAKE_RESTARTS)]
gen.mk: dep
dep: ; @touch $@; echo dep
