#: file sub.mk
#| all: ; @echo s1; sleep 0.2; echo s2
#: run -j4 -Orecurse --no-print-directory
all: a b
a: ; @$(MAKE) -f sub.mk
b: ; @sleep 0.1; echo b
