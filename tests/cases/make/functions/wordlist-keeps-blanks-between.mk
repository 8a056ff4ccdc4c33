$(info [$(wordlist 1,3,a   b 	 c d)])
all: ;
