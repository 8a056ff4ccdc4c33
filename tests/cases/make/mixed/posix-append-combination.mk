A ::= 1
A += 2
A ?= 3
all: ; @echo '$(A)' $(flavor A)
