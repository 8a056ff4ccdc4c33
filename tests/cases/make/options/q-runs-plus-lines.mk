#: run -q
all: ; +@echo plus
	@echo never
