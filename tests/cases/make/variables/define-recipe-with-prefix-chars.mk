define cmds
@echo quiet
-false
+@echo plus
echo loud
endef
all:
	$(cmds)
