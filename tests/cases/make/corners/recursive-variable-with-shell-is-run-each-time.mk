C = $(shell echo x >> count; wc -l < count)
all: ; @echo $(C) $(C)
	@echo $(C)
