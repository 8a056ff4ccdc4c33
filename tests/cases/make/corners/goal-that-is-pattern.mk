#: run '%.o'
%.o: ; @echo $@
all: ;
