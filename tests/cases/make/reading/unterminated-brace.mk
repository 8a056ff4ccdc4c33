A := ${foo
all: ;
