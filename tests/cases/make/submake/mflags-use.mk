#: file sub.mk
#| all: ; @echo '[$(MAKEFLAGS)]'
#: run -k
all: ; @cd . && env -u MAKEFLAGS make --no-print-directory $(MFLAGS) -f sub.mk
