#: file sub.mk
#| all: ; @echo '$(MAKE) $(MAKELEVEL) [$(MAKEFLAGS)]'
all: ; @make -f sub.mk
