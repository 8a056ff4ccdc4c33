#: touch a.c
#: run -R -p 2>/dev/null | grep -c '^%'
#: run -R
all: a.o
