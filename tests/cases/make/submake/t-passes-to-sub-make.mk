#: file s/Makefile
#| all: out
#| out: ; @echo build
#: run -t
all: ; @$(MAKE) -C s
