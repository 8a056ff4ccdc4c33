#: touch a1 a2 b1
all: a? [b]1 ; @echo '$^'
