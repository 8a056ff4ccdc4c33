A := $(intcmp 1,1x)
all: ;
