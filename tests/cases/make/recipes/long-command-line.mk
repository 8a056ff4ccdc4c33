W := $(foreach a,1 2 3 4 5 6 7 8 9 0,$(foreach b,1 2 3 4 5 6 7 8 9 0,$(foreach c,1 2 3 4 5 6 7 8 9 0,word$a$b$c)))
all: ; @echo $(W) | wc -w
	@/bin/echo $(W) | wc -c
