SHELL = /bin/echo
A := $(shell hi there)
all: ; @:
$(info $(A))
