#: run --shuffle=bogus
all: ;
