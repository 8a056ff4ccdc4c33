#: run -rRpq | grep -E '^(# )?(%|all|x:|V|W)' 
%.o: %.c ; cc
all: V = 1
x: W := 2
all x: ;
