#: touch a/x.c b/x.c b/y.c
vpath %.c a
vpath %.c b
all: x.c y.c ; @echo '$^'
