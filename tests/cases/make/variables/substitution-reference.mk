S = a.c b.c c.h
all: ; @echo $(S:.c=.o) $(S:%.c=x/%.o) $(S:=.z)
