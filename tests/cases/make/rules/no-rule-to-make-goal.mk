#: run nothere
all: ;
