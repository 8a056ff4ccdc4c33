all: ; @echo one
# c
ifdef NOPE
else
endif
	@echo two
