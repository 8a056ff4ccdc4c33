define A ::=
x
endef
all: ; @echo $(A) $(flavor A)
