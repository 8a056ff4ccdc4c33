#: run --warn-undefined-variables
A =
all: ; @echo '$(A)$(NOPE)$(call f,$1)'
f = $2
X := $(UNDEF)
