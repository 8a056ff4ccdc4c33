X := $(shell echo out; echo err >&2)
$(info [$(X)])
all: ;
