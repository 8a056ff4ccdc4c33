E =
ifeq ($(E),)
$(info 1)
endif
ifeq (,$(E))
$(info 2)
endif
ifeq '' ""
$(info 3)
endif
ifneq (,x)
$(info 4)
endif
all: ;
