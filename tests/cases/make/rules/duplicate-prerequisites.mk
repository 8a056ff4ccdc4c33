all: a b a c b ; @echo '$^|$+|$?'
a b c: ;
