#: file sub.mk
#| all: ; @echo $(MAKELEVEL); test $(MAKELEVEL) = 3 || $(MAKE) -f sub.mk
all: ; @$(MAKE) --no-print-directory -f sub.mk
