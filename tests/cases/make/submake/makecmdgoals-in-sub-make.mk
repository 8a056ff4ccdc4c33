#: file sub.mk
#| $(info [$(MAKECMDGOALS)])
#| a b: ; @echo $@
#: run all
all: ; @$(MAKE) --no-print-directory -f sub.mk b
