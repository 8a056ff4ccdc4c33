#: env SHELL=/bin/nonexistent
all: ; @echo $(SHELL) "$$SHELL" $(origin SHELL)
