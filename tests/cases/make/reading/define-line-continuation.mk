define A
one \
   two
three\\
endef
all: ; @printf '%s\n' '$(subst ','"'"',$(A))'
