#: env MAKE_RESTARTS=7
all: ; @echo [$(MAKE_RESTARTS)] $(origin MAKE_RESTARTS)
