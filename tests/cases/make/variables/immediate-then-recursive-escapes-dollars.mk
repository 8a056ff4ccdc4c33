V = $$x
A :::= $(V)y
B := $(V)y
all: ; @echo '$(value A)' '$(A)' '$(value B)' '$(flavor A)'
