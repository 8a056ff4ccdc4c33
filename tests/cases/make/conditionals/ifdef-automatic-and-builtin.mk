ifdef MAKE
$(info MAKE)
endif
ifdef CC
$(info CC)
endif
ifdef @
$(info at)
else
$(info no at)
endif
all: ;
