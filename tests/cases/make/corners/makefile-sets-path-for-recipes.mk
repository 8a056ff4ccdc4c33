#: exec mkdir b; printf '#!/bin/sh\necho mytool "$@"\n' > b/mytool; chmod +x b/mytool
export PATH := $(CURDIR)/b:$(PATH)
all: ; @mytool a
	@mytool "b c"
