X = some words
$(X)
all: ;
