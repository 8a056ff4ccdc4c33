#: file sub.mk
#| L = sub
#| all: ; @echo '$(X) $(Y) $(flavor X) $(flavor Y) $(value Y)'
#: run --no-print-directory 'X:=$(L)' 'Y=$(L)'
L = top
all: ; @$(MAKE) -f sub.mk
