all: define V
all: ;
