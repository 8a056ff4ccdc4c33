A := $(word -1,a b)
all: ;
