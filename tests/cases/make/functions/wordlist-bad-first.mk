A := $(wordlist 0,1,a)
all: ;
