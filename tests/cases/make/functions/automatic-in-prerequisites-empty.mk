all: x$@ ; @echo '$^'
x: ;
