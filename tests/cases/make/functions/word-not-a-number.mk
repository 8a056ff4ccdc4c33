A := $(word x,a b)
all: ;
