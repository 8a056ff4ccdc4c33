#: env V=env
#: file sub.mk
#| V = file
#| all: ; @echo $(V) $(origin V)
#: run -e --no-print-directory
all: ; @$(MAKE) -f sub.mk
