#: run -s
#: run --silent
#: run --quiet
#: touch up
#: run -s up
all: ; echo loud
up: ;
