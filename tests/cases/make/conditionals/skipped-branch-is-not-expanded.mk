ifdef NOPE
$(error never)
A := $(shell echo never >&2)
ifeq ($(error never),x)
endif
else
$(info fine)
endif
all: ;
