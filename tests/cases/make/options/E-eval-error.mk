#: run -E 'junk words'
all: ;
