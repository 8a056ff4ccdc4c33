#: file sub.mk
#| all: ; @echo '$(X) $(Y) $(MAKEOVERRIDES)'
#: run X=1 --no-print-directory
all: ; @$(MAKE) -f sub.mk X=2 Y=3
