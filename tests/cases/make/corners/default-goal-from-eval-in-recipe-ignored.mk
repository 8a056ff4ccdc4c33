all: ; $(eval .DEFAULT_GOAL = other)@echo $@
other: ; @echo other
