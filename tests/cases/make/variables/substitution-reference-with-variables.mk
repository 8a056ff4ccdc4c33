S = a.c b.c
F = .c
T = .o
all: ; @echo $(S:$(F)=$(T)) ${S:%$(F)=%}
