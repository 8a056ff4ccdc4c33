all: ;
else
