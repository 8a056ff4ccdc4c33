#: file sub.mk
#| X = sub
#| all: ; @echo '$(X) $(origin X) [$(MAKEOVERRIDES)] [$(MAKEFLAGS)]'
#: run X=cmd 'Y=a b'
all: ; @$(MAKE) --no-print-directory -f sub.mk
