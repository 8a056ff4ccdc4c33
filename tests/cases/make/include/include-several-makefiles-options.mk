#: file a.mk
#| $(info a $(MAKEFILE_LIST))
#: file b.mk
#| $(info b $(MAKEFILE_LIST))
#| all: ; @echo b
#: run -f a.mk -f b.mk
#: run --file=b.mk --makefile a.mk
#: run -fb.mk
x: ;
