#: file sub.mk
#| all: ; @echo ok
#: run -j3 --no-print-directory
all: ; @$(MAKE) -j2 -f sub.mk
