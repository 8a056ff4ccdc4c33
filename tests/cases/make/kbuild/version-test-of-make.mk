ifeq ($(filter undefine,$(.FEATURES)),)
$(error too old)
endif
ifneq ($(filter output-sync,$(.FEATURES)),)
$(info has output-sync)
endif
ifeq ($(intcmp 1,2,lt),lt)
$(info has intcmp)
endif
all: ;
