#: touch src/a.c
vpath %.c src
all: a.o
%.o: %.c ; @echo '$< $* $@'
