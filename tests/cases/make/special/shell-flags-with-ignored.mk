.SHELLFLAGS = -uc
all:
	@echo "$$UNSET_VARIABLE"
