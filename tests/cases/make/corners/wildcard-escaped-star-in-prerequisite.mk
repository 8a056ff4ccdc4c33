#: exec touch 'a*' ab
all: a\* ; @echo '$^'
