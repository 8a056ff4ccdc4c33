#: touch s/x
VPATH = s
all: x s/x ; @echo '$^'
x: ; @echo recipe x
s/x: ; @echo recipe s/x
