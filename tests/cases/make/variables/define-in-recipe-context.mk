all: A
	@echo all
define X
one
endef
	@echo still? $(X)
A: ; @echo A
