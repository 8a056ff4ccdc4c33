$(error )
all: ;
