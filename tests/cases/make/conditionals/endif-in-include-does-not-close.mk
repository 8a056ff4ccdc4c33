#: file inc.mk
#| endif
ifndef A
include inc.mk
endif
all: ;
