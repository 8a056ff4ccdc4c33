#: touch a.c
#: run -d=b >/dev/null 2>&1; echo $?
#: run --debug=b | sed -n '/^Reading makefiles/,$p'
all: a.o ; @echo all
a.o: a.c ; @echo a.o
