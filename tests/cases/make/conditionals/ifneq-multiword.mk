L = a b c
ifneq ($(filter b,$(L)),)
$(info has b)
endif
ifneq ($(strip $(filter z,$(L))),)
$(info has z)
endif
all: ;
