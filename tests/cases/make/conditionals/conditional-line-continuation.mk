ifeq (a b,\
a b)
$(info joined)
endif
all: ;
