A := $(patsubst a,b,c
all: ;
