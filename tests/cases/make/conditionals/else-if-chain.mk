A = 3
ifeq ($(A),1)
$(info 1)
else ifeq ($(A),2)
$(info 2)
else ifeq ($(A),3)
$(info 3)
else
$(info none)
endif
all: ;
