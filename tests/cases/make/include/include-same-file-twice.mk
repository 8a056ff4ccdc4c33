#: file a.mk
#| A += x
include a.mk
include a.mk
all: ; @echo $(A) - $(MAKEFILE_LIST)
