A := $(wordlist 1,-1,a)
all: ;
