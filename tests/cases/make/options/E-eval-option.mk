#: run -E 'X = from E' -E '$(info read)'
#: run --eval='all: pre'
#: run --eval 'X := $(CURDIR:%=y)' --eval=
all: ; @echo '[$(X)]' '$(MAKEFLAGS)'
pre: ; @echo pre
