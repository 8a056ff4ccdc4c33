#: run --warn-undefined-variables
all: ; @echo '$(S:.c=.o) $*'
