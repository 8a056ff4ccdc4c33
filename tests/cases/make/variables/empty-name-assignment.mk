 = 1
all: ;
