all: ;
define A
text
