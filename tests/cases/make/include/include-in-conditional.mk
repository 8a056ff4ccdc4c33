#: file a.mk
#| $(info a)
ifdef NOPE
include nothere
else
include a.mk
endif
all: ;
