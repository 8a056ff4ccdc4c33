#: file s/Makefile
#| all: 1 2 3
#| 1 2 3: ; @mkdir lock$@; n=$$(ls -d ../*/lock* 2>/dev/null | wc -l); test $$n -le 2 || echo too many; sleep 0.05; rmdir lock$@
#: exec cp -r s t
#: run -j2 --no-print-directory
all: a b ; @echo done
a: ; @$(MAKE) -C s
b: ; @$(MAKE) -C t
