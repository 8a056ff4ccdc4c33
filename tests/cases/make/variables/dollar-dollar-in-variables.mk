A = $$HOME
B = $$$$
all: ; @printf '%s\n' '$(A)' '$(B)'
