#: touch a.c src/a.c
vpath %.c src
all: a.c ; @echo '$^'
