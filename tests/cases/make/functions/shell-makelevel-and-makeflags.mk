$(info $(shell echo $$MAKELEVEL))
all: ; @echo $$MAKELEVEL
