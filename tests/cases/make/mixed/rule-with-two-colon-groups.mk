a: b : c
all: ;
