#: run -E 'X = from E' -E '$(info read)'
#: run --eval='all: pre'
#: run --eval 'X := $(CURDIR:%=y)' --eval= 2>&1 | head -n 1
all: ; @echo '[$(X)]' '$(MAKEFLAGS)'
pre: ; @echo pre
