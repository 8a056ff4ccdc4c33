all: x
all: y ; @echo '$<'
x y: ;
