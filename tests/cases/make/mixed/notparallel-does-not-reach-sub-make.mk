#: file sub.mk
#| all: a b
#| a: ; @sleep 0.2; echo a
#| b: ; @echo b
#: run -j3 --no-print-directory
.NOTPARALLEL:
all: ; @$(MAKE) -f sub.mk
