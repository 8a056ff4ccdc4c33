define nl


endef
all: ; @echo one$(nl)@echo two
