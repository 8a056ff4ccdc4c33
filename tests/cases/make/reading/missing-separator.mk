all: ; @echo all
this is no line
