#: file sub.mk
#| all: ; @echo '[$(MAKEFLAGS)]'
#: run -k X=1
unexport MAKEFLAGS
all: ; @$(MAKE) -f sub.mk
