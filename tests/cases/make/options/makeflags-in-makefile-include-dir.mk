#: file inc/x.mk
#| $(info found)
MAKEFLAGS += -Iinc
include x.mk
all: ;
