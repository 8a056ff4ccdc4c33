#: touch a/x.c
vpath %.c gone:a
all: x.c ; @echo '$^'
