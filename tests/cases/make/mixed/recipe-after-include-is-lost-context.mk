#: file a.mk
#| X = 1
all: ; @echo one
include a.mk
	@echo two
