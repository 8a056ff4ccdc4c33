A := x
A += $(A)$(A)
all: ; @echo '$(A)'
