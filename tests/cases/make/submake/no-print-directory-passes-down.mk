#: file s/Makefile
#| all: ; @$(MAKE) -C ../t
#: file t/Makefile
#| all: ; @echo t
#: run --no-print-directory
all: ; @$(MAKE) -C s
