#: file s/Makefile
#| all: ; @echo sub
MAKEFLAGS += --no-print-directory
all: ; @$(MAKE) -C s
