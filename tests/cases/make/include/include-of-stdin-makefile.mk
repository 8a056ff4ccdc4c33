#: run -f - < other
#: file other
#| $(info $(MAKEFILE_LIST))
#| all: ; @echo from stdin
all: ; @echo no
