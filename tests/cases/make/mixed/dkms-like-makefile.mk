#: file kernel/Makefile
#| modules clean: ; @echo '$@ in $(notdir $(M)) with $(EXTRA_CFLAGS)'
#: run
#: run clean
#: run KVER=x KDIR=kernel
KVER ?= $(shell echo 1.2.3)
KDIR ?= kernel
PWD := $(shell pwd)
EXTRA_CFLAGS += -DV=\"$(KVER)\"
default: ; @$(MAKE) --no-print-directory -C $(KDIR) M=$(PWD) modules EXTRA_CFLAGS='$(EXTRA_CFLAGS)'
clean: ; @$(MAKE) --no-print-directory -C $(KDIR) M="$(PWD)" clean
.PHONY: default clean
