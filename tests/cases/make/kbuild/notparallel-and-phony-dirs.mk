#: run -j3
#: sort
PHONY += d1 d2
.PHONY: $(PHONY)
all: d1 d2
d1 d2: ; @echo dir $@
