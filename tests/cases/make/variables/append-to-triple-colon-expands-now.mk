V = one
A :::= $(V)
A += $(V) $$z
V = two
all: ; @echo '$(value A)' '$(A)' $(flavor A)
