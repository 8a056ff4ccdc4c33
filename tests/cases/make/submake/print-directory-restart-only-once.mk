#: file s/Makefile
#| include gen.mk
#| all: ; @echo all
#| gen.mk: ; echo > $@
#: run -w -C s
all: ;
