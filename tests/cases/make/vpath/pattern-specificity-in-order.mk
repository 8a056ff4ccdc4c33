#: touch a/foo.c b/foo.c
vpath %.c a
vpath foo.% b
all: foo.c ; @echo '$^'
