#: file sub.mk
#| all: p q r s
#| p q r s: ; @echo $@
#: run --shuffle=5 --no-print-directory
all: ; @$(MAKE) -f sub.mk
