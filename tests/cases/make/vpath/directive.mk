#: touch src/a.c inc/a.h
vpath %.c src
vpath %.h inc
all: a.c a.h ; @echo '$^ $<'
