A := $(wordlist 1,y,a)
all: ;
