#: file d/x.mk
#| here := $(dir $(lastword $(MAKEFILE_LIST)))
include d/x.mk
all: ; @echo $(here)
