#: touch a/exact
vpath exact a
all: exact ; @echo '$^'
