A = 1
ifdef A
  ifeq ($(A),2)
$(info no)
  else
    ifneq ($(A),1)
$(info no)
    else
$(info inner)
    endif
  endif
endif
all: ;
