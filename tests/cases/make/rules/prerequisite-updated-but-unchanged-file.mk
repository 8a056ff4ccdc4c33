#: touch a all @-10
all: a ; @echo all
a: FORCE ; @echo a checked
FORCE:
