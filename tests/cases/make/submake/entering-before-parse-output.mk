#: file s/Makefile
#| $(info parsing)
#| $(warning warned)
#| all: ; @echo all
all: ; @$(MAKE) -C s
