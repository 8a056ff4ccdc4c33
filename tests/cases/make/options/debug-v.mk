#: touch a.c
#: run -r --debug=v | sed -n '/^Reading makefiles/,$p' 
all: a.o ; @echo all
a.o: a.c ; @echo a.o
