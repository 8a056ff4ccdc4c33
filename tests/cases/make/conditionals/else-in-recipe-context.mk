A = 1
ifeq ($(A),1)
all:
	@echo one
else
all:
	@echo two
endif
	@echo both
