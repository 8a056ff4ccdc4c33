ifdef NOPE
$(info 1)
else ifndef NOPE
$(info 2)
else ifeq (a,a)
$(info 3)
endif
all: ;
