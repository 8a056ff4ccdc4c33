#: run 'a b' 'c$d' 'e:f'
all: ;
a\ b c$$d e\:f: ; @echo '$@'
