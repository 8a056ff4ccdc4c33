#: file "a.mk"
#| $(info quoted)
include "a.mk"
all: ;
