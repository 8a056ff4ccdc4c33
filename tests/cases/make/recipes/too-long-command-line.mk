W := $(shell i=0; while [ $$i -lt 15000 ]; do echo wwwwwwwwww$$i; i=$$((i+1)); done)
all: ; @: '$(W)'
	@echo never
