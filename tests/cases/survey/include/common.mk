KERNEL_SRC ?= /lib/modules/$(shell uname -r)/build
