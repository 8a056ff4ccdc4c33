#: touch src/d/a.c
VPATH = src
all: d/a.c ; @echo '$^'
