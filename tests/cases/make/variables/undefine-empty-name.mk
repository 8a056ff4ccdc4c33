undefine
all: ;
