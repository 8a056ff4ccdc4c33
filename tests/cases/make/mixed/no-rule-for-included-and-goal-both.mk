#: run -k all other
all: x
other: y
