#: env ENVV=1
#: run -rRpn CL=1 | grep -B1 -E '^(A|ENVV|CL|O) '
A = 1
override O = 2
all: ;
