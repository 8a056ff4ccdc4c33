#: run -rRp | grep -v '^#' | grep -A1 '^one:'
all: one ; @echo $@
one: | two ; @echo one
two:
