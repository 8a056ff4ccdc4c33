a: b: c
all: ;
