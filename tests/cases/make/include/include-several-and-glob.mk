#: file b.mk
#| $(info b)
#: file a.mk
#| $(info a)
#: file c.inc
#| $(info c)
include c.inc *.mk
all: ;
