#: env MAKEFILES=pre.mk nothere.mk
#: file pre.mk
#| A = pre
#| pre: ; @echo pre goal
$(info $(MAKEFILE_LIST))
all: ; @echo $(A)
