#: file other
#| include gen.mk
#| all: ; @echo $(A)
#| gen.mk: ; @echo A = 1 > $@
#: run -f - < other
all: ; @echo no
