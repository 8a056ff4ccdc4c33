#: run -n
#: run --dry-run
#: run --just-print
#: run --recon
all: a ; echo all
a: ; @echo quiet
	+@echo plus runs
