A = 1
A ?= 2
B ?= 3
C =
C ?= 4
all: ; @echo '$(A)' '$(B)' '$(C)' $(flavor B)
