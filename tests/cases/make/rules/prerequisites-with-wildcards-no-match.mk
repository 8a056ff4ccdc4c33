all: *.zz ; @echo '$^'
