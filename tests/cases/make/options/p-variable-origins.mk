#: env ENVV=1
#: run -rRpn CL=1 | grep -B1 '^A '
#: run -rRpn CL=1 | grep -B1 '^ENVV '
#: run -rRpn CL=1 | grep -B1 '^CL '
#: run -rRpn CL=1 | grep -B1 '^O '
A = 1
override O = 2
all: ;
