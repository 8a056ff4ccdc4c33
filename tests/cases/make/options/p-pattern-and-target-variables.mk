#: run -rRpq | grep -E '^(%|all|x:|V|W)' | sort
%.o: %.c ; cc
all: V = 1
x: W := 2
all x: ;
