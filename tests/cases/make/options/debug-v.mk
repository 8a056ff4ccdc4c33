#: touch a.c
#: run -r --debug=v | sed -e '1,/^There is NO/d'
all: a.o ; @echo all
a.o: a.c ; @echo a.o
