all: a
a:
