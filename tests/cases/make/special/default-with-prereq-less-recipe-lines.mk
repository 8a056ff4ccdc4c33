.DEFAULT:
	@echo one $@
	@echo two $@
all: x y
