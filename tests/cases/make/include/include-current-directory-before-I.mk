#: file d/a.mk
#| $(info d)
#: file a.mk
#| $(info here)
#: run -Id
include a.mk
all: ;
