all: x[12] ; @echo '$^'
x[12]: ; @echo '$@'
