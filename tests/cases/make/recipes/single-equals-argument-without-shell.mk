all: ; @echo a=b --x=y
