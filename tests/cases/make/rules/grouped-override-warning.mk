a b &: ; @echo one
b c &: ; @echo two
all: a b c
.DEFAULT_GOAL = all
