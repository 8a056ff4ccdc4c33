A := $(let a,b)
all: ;
