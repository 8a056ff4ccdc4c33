A := $(foreach a,b)
all: ;
