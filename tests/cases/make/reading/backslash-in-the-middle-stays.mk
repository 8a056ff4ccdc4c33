A = a\b\c
all: ; @printf '%s\n' '$(A)'
