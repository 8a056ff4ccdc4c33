all: one
all: two ; @echo '$^'
all: three
one two three: ;
