#: file sub.mk
#| all: ; @echo '[$(X)]'
#: run -E 'X=1' --no-print-directory
all: ; @$(MAKE) -f sub.mk
