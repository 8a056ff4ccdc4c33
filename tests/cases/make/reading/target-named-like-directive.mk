all: include ifeq
include: ; @echo $@
ifeq: ; @echo $@
