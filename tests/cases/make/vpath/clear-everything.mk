#: touch s/a.c
vpath %.c s
vpath
all: a.c ; @echo '$^'
