A := $(intcmp a,1)
all: ;
