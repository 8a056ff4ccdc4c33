#: run --shuffle=1
#: run --shuffle=2
#: run --shuffle=12345
all: a b c d e f
a b c d e f: ; @echo $@
