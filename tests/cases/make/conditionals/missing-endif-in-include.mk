#: file inc.mk
#| ifdef A
include inc.mk
all: ;
