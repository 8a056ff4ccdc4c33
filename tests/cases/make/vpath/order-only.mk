#: touch s/x
VPATH = s
all: | x ; @echo '$|'
