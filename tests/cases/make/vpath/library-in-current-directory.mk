#: touch libx.a
all: -lx ; @echo '$^'
