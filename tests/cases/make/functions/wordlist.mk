$(info [$(wordlist 2,3,a b c d)] [$(wordlist 3,9,a b c d)] [$(wordlist 3,2,a b c)] [$(wordlist 1,0,a)] [$(wordlist 2,2,a   b  c)])
all: ;
