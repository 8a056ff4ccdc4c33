#: run ARCH=arm64
#: run
#: run ARCH=i386
ARCH ?= x86_64
SRCARCH := $(ARCH)
ifeq ($(ARCH),i386)
        SRCARCH := x86
endif
ifeq ($(ARCH),x86_64)
        SRCARCH := x86
endif
export ARCH SRCARCH
all: ; @echo $(ARCH) $(SRCARCH) "$$SRCARCH"
