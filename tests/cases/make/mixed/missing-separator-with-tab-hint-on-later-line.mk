all: a
a:
	@echo ok
        @echo eight
