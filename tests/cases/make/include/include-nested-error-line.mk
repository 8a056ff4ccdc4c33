#: file a.mk
#| A = 1
#| include b.mk
#: file b.mk
#|
#| wrong line
include a.mk
all: ;
