#: run -t
all: ; +@echo plus
	@echo minus
