export
A = 1
b-c = 2
_x = 3
all: ; @env | grep -E '^(A|b-c|_x)='
