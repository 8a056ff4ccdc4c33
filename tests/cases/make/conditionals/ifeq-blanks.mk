A = x
ifeq ($(A), x)
$(info space after comma is dropped)
endif
ifeq ($(A) ,x)
$(info never)
else
$(info space before comma counts)
endif
ifeq ( x,x)
$(info leading)
else
$(info leading blank counts)
endif
all: ;
