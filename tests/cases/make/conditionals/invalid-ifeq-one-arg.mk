ifeq (a)
endif
all: ;
