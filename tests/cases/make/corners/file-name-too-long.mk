N := $(subst x,aaaaaaaaaa,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)
all: $(N)
