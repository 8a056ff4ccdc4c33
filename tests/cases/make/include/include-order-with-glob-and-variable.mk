#: file x1.inc
#| $(info x1)
#: file x2.inc
#| $(info x2)
F = x2.inc x1.inc
include $(F)
all: ;
