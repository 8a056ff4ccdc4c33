all: -lnotthere ; @echo '$^'
