A : = 1
all: ;
