#: file gen.mk
#| A = old
#: touch src
#: touch gen.mk @-2000
#: run
#: run
include gen.mk
all: ; @echo $(A) [$(MAKE_RESTARTS)]
gen.mk: src ; @echo 'A = new' > $@; echo making $@
