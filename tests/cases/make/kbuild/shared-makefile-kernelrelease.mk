#: file k/Makefile
#| modules: ; @$(MAKE) --no-print-directory -f ../Makefile KERNELRELEASE=6.0 -C $(M) list
#: run --no-print-directory
ifneq ($(KERNELRELEASE),)
obj-m := hello.o
list: ; @echo objects: $(obj-m) for $(KERNELRELEASE)
else
KDIR ?= k
default: ; @$(MAKE) -C $(KDIR) M=$(CURDIR)/k modules
endif
