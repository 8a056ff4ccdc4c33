#: touch s/a.c s/b.h
vpath %.c s
vpath %.h s
vpath %.c
all: b.h ; @echo '$^'
all: a.c
