define D
@echo one # two
endef
all: ; $(D)
