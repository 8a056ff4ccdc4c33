define T
x:
	@echo $$@ '$(A)'
endef
A = 1
$(eval $(T))
A = 2
