#: mkdir s
#: file s/Makefile
#| all: ; @echo '$(A) $(origin A) $(B)'
.EXPORT_ALL_VARIABLES:
A = one
unexport B
B = two
all: ; @$(MAKE) --no-print-directory -C s
