S = a.c b.c
all: ; @echo $(S:%.c=x) $(S:a=b)
