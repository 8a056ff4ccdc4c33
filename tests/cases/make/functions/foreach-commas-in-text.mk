$(info $(foreach a,1 2,$a,))
all: ;
