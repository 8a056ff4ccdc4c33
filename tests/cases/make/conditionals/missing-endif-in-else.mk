ifdef A
else
all: ;
