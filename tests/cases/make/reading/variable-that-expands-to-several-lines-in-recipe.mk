define cmds
@echo one
@echo two
endef
all:
	$(cmds)
	-$(cmds)
