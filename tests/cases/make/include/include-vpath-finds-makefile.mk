#: file d/inc.mk
#| A = vp
VPATH = d
-include inc.mk
all: ; @echo [$(A)] $(MAKEFILE_LIST)
