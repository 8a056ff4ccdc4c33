all: a.o
%.o: %.nothing ; @echo 1
%.o: ; @echo fallback $@
