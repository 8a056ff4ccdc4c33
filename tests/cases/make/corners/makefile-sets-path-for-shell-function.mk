#: exec mkdir b; printf '#!/bin/sh\necho mytool\n' > b/mytool; chmod +x b/mytool
export PATH := $(CURDIR)/b:$(PATH)
X := $(shell mytool)
all: ; @echo '[$(X)]'
