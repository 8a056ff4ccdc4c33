ifeq
endif
all: ;
