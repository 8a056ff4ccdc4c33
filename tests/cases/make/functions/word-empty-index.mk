A := $(word ,a b)
all: ;
