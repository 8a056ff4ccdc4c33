#: file gen.mk
#| A = 0
include gen.mk
all: ; @echo A=$(A) [$(MAKE_RESTARTS)]
gen.mk: FORCE ; @echo checking
FORCE:
