#: touch a.c
#: run -rd | sed -n '/^Reading makefiles/,$p' | sed -e 's/0x[0-9a-f]*/PTR/g' -e 's/ [0-9][0-9]*/ PID/g'
all: a.o ; @:
a.o: a.c ; @:
