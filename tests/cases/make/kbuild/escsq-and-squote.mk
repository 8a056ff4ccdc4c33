squote := '
escsq = $(subst $(squote),'\$(squote)',$1)
T = it's "quoted" $$x
all: ; @printf '%s\n' '$(call escsq,$(T))'
