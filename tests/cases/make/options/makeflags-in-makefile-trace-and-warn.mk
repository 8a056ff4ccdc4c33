MAKEFLAGS += --warn-undefined-variables
X := $(NOPE)
all: ; @echo '$(MAKEFLAGS)'
