#: exec touch x; chmod 600 x
all: y
y: x ; cp -p x y; chmod 4755 y
