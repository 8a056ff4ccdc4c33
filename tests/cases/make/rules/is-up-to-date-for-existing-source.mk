#: touch src.c
#: run src.c
all: ;
