#: touch d1/a d2/a d2/b
VPATH = d1 d2
all: a b ; @echo '$^'
