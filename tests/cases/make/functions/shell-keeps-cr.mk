X := $(shell printf 'a\r\nb\n')
$(info [$(subst ,R,$(X))])
all: ; @printf '%s' '$(X)' | od -c | head -n 1
