#: touch a
#: touch b
a: b ; @rm -f a; echo removed
all: a ; @echo all
b: ;
.DEFAULT_GOAL = all
