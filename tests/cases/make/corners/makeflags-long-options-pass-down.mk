#: file sub.mk
#| all: ; @echo '$(MAKEFLAGS)'; :$(NOPE)
#: run --trace --no-print-directory --warn-undefined-variables --no-silent
all: ; $(MAKE) -f sub.mk
