#: touch d/x
.PHONY: d/x
all: d/x
d/%: ; @echo pattern $@
