#: touch b
PHONY += a
PHONY += b
all: b ; @:
b: ; @echo b
.PHONY: $(PHONY)
