#: touch src.c
#: run src.c src.c
all: ;
