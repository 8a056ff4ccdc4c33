.DEFAULT: ;
all: a ; @echo all
