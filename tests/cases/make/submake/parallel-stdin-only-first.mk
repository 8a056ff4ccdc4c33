#: file in
#| data
#: run -j2 < in
all: a
a: ; @cat; echo
