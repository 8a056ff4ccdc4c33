A := $(join a)
all: ;
