#: file sub.mk
#| all: ; @echo '[$(X)] [$(MAKEFLAGS)]'
#: run X=1 --no-print-directory
MAKEOVERRIDES =
all: ; @$(MAKE) -f sub.mk
