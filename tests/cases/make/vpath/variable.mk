#: touch src/a.c other/b.c
VPATH = src:other
all: a.c b.c ; @echo '$^'
