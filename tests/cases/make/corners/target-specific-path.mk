#: exec mkdir b; printf '#!/bin/sh\necho mytool\n' > b/mytool; chmod +x b/mytool
all: export PATH := $(CURDIR)/b:$(PATH)
all: ; @mytool
