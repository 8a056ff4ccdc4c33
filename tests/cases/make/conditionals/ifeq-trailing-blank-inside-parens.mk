ifeq (x,x )
$(info equal)
else
$(info different)
endif
all: ;
