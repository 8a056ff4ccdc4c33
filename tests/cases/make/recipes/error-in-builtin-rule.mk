#: exec printf 'not c code\n' > a.c
#: run 2>/dev/null; echo $?
all: a.o ; @echo never
CC = false
