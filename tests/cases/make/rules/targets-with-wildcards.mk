#: touch a.c b.c
all: a.c b.c
*.c: ; @echo $@
