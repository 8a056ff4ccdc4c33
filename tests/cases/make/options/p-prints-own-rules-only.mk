#: run -rRp | grep -v '^#' | grep -A3 '^all:\|^one:'
all: one ; @echo $@
one: | two ; @echo one
two:
