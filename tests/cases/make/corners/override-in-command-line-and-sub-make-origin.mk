#: file sub.mk
#| override V += sub
#| all: ; @echo '$(V) $(origin V)'
#: run V=top --no-print-directory
override V += mk
all: ; @echo '$(V)'; $(MAKE) -f sub.mk
