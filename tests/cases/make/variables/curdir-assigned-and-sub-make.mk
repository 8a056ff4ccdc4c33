#: mkdir sub
#: file sub/Makefile
#| all: ; @echo $(CURDIR)
CURDIR = changed
all: ; @echo $(CURDIR); $(MAKE) --no-print-directory -C sub
