#: file sub.mk
#| all: ; @echo '[$(MAKEFLAGS)] [$(MFLAGS)]'
#: run -k --no-print-directory
#: run -ke --no-print-directory --warn-undefined-variables
all: ; @$(MAKE) -f sub.mk
