#: file sub.mk
#| all: ; @echo '[$(A)] $(origin A) [$(B)]'
export A = one
B = two
all: ; @$(MAKE) --no-print-directory -f sub.mk
