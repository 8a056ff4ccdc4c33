A := $(intcmp ,1)
all: ;
